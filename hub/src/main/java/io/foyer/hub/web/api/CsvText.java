package io.foyer.hub.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file that somebody has saved: UTF-8 with or without its mark, or else GBK (read as GB18030, which holds it
 * whole), as spreadsheets in China write it.
 */
record CsvText(String encoding, String text) {
    private static final String MARK = "\uFEFF";

    /** Null where it is neither. */
    static @Nullable CsvText of(byte[] file) {
        String utf8 = decoded(file, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new CsvText("UTF-8", utf8.startsWith(MARK) ? utf8.substring(1) : utf8);
        }
        String gbk = decoded(file, Charset.forName("GB18030"));
        return gbk == null ? null : new CsvText("GBK", gbk);
    }

    private static @Nullable String decoded(byte[] file, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * A cell that no spreadsheet takes for a formula: one that begins with {@code = + - @}, a tab or a line end, also in
     * full width, gets an apostrophe before it; so does one that has such an apostrophe already, so that
     * {@link #restored} gives every text back.
     */
    static String neutral(String cell) {
        return isDangerous(cell, 0) || cell.startsWith("'") ? "'" + cell : cell;
    }

    /** What {@link #neutral} was given; other cells are as they are. */
    static String restored(String cell) {
        return cell.startsWith("'") && (isDangerous(cell, 1) || cell.startsWith("'", 1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String cell, int at) {
        return cell.length() > at && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(at)) >= 0;
    }
}
