package io.foyer.hub.store;

import static io.foyer.hub.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.foyer.hub.domain.Change;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler sees that the store has a method for each kind of change. Here each of them is seen to write something. */
class EveryChangeTest {
    private static final String SITE = "harbour";
    private static final String NAME = "x";
    private static final Map<String, Integer> KEYS = Map.of(NAME, 1);
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, NAME),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(LocalDate.class, LocalDate.EPOCH),
            Map.entry(MonthDay.class, MonthDay.of(1, 1)),
            Map.entry(YearMonth.class, YearMonth.of(1970, 1)),
            Map.entry(BigDecimal.class, BigDecimal.ONE),
            Map.entry(int.class, 1),
            Map.entry(Integer.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(Long.class, 1L),
            Map.entry(double.class, 1.0),
            Map.entry(Double.class, 1.0),
            Map.entry(boolean.class, true));

    static Stream<Class<?>> kinds() {
        return leaves(Change.class);
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EveryChangeTest::leaves)
                : Stream.of(family);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_change_comes_to_a_statement(Class<?> kind) throws ReflectiveOperationException {
        KeyRegistry registry = new KeyRegistry();
        registry.put(SITE, new KeyRegistry.SiteKeys(1, ZoneOffset.UTC, KEYS, KEYS, KEYS, KEYS));
        BatchRows rows = new BatchRows(registry);

        rows.add(entry(SITE, (Change) sample(kind)));

        assertThat(rows.statements()).isNotEmpty();
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType many) {
            Object one = sample(many.getActualTypeArguments()[0]);
            return many.getRawType() == Set.class ? Set.of(one) : List.of(one);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return plain.isRecord() ? made(plain) : VALUES.get(plain);
    }

    private static Object made(Class<?> record) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(component -> component.getType())
                .toArray(Class<?>[]::new);
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sample(record.getRecordComponents()[i].getGenericType());
        }
        Constructor<?> constructor = record.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
