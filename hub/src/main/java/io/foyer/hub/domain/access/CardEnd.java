package io.foyer.hub.domain.access;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The last three bytes of a card: a reader on a 26-bit line sends nothing else. */
final class CardEnd {
    private static final BigInteger THREE_BYTES = BigInteger.ONE.shiftLeft(24);

    private CardEnd() {}

    /** The three bytes of this card that a reader on a 26-bit line sends, for either order of the card's bytes. */
    static Set<Integer> of(String canonical) {
        Set<Integer> ends = new LinkedHashSet<>();
        for (BigInteger card : CardText.numbers(canonical)) {
            if (CardNumber.canonical(card).equals(canonical) && card.compareTo(THREE_BYTES) >= 0) {
                ends.add(card.mod(THREE_BYTES).intValue());
                ends.add(CardNumber.reversed(card, CardNumber.size(card))
                        .mod(THREE_BYTES)
                        .intValue());
            }
        }
        return ends;
    }

    /** The three bytes that a reader on a 26-bit line may have sent with these numbers. */
    static List<Integer> sent(List<BigInteger> numbers) {
        return numbers.stream()
                .filter(number -> number.compareTo(THREE_BYTES) < 0)
                .map(BigInteger::intValue)
                .toList();
    }
}
