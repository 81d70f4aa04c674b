package io.foyer.hub.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a saved file: UTF-8, UTF-16 with its mark, or GBK as spreadsheets in China write it. (The hub reads GBK
 * as GB18030, which contains GBK.)
 *
 * <p>Nearly any 8-bit text can be read as GBK. So a text counts as GBK only where at least half of its characters
 * belong to the everyday part of GB 2312. An umlaut with the letter after it does not belong to that part.
 *
 * @param encoding empty where the hub cannot tell
 * @param unreadable the lines, from 1, that the hub cannot read; where there are any, the text is empty
 */
record CsvText(String encoding, String text, List<Integer> unreadable) {
    private static final int MOST_LINES = RowErrors.MOST + 1;
    private static final int ASCII_END = 0x80;
    private static final int SECOND_BYTES = 0xA1;

    static CsvText of(byte[] file) {
        boolean little = file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE;
        boolean big = file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF;
        String text = decoded(file, little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (text != null) {
            return new CsvText(
                    little || big ? "UTF-16" : "UTF-8",
                    text.startsWith(SpreadsheetText.MARK) ? text.substring(1) : text,
                    List.of());
        }
        if (little || big) {
            return new CsvText("", "", List.of(1));
        }
        String gbk = isEverydayChinese(file) ? decoded(file, Charset.forName("GB18030")) : null;
        return gbk == null ? new CsvText("", "", notUtf8(file)) : new CsvText("GBK", gbk, List.of());
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** In GB 2312 signs and full-width letters begin with A1 to A3, the 3,755 everyday characters with B0 to D7. */
    private static boolean isEverydayChinese(byte[] file) {
        int all = 0;
        int everyday = 0;
        for (int i = 0; i < file.length; i++) {
            int first = file[i] & 0xFF;
            if (first >= ASCII_END) {
                int second = i + 1 < file.length ? file[i + 1] & 0xFF : 0;
                boolean common = (first >= 0xA1 && first <= 0xA3) || (first >= 0xB0 && first <= 0xD7);
                all++;
                everyday += common && second >= SECOND_BYTES ? 1 : 0;
                i++;
            }
        }
        return 2 * everyday >= all;
    }

    private static List<Integer> notUtf8(byte[] file) {
        List<Integer> lines = new ArrayList<>();
        int line = 1;
        int begin = 0;
        for (int i = 0; i <= file.length && lines.size() < MOST_LINES; i++) {
            boolean crlf = i + 1 < file.length && file[i] == '\r' && file[i + 1] == '\n';
            if (i == file.length || file[i] == '\n' || (file[i] == '\r' && !crlf)) {
                if (!isUtf8(ByteBuffer.wrap(file, begin, i - begin))) {
                    lines.add(line);
                }
                line++;
                begin = i + 1;
            }
        }
        return lines;
    }

    private static boolean isUtf8(ByteBuffer line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(line);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
