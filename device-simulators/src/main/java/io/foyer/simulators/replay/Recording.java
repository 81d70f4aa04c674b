package io.foyer.simulators.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is to be replayed: the messages of all files in time order. It can be read as often as one likes and is never
 * in memory as a whole. Files with one map are one trace cut in pieces: registers go on from one to the next.
 */
final class Recording {
    private final List<TraceFile> files;
    private final boolean asRecorded;
    private final Map<TraceFile, String> names = new LinkedHashMap<>();

    /**
     * @param asRecorded whether messages are a repeat when the same file is replayed again; otherwise each replay is an
     *     event of its own
     * @param run tells apart the replays that are not as recorded
     */
    Recording(List<TraceFile> files, boolean asRecorded, String run) {
        this.files = List.copyOf(files);
        this.asRecorded = asRecorded;
        files.forEach(file -> names.put(file, name(file) + (asRecorded ? "" : "@" + run)));
    }

    Iterator<Message> messages() {
        Map<ReplayMap, List<Iterator<Row>>> traces = new LinkedHashMap<>();
        for (TraceFile file : files) {
            traces.computeIfAbsent(file.map(), map -> new ArrayList<>())
                    .add(file.rows(String.valueOf(names.get(file))));
        }
        List<Iterator<Message>> converted = new ArrayList<>();
        traces.forEach((map, rows) ->
                converted.add(new Messages(new TimeOrder<>(rows, Row::at), new Conversion(map, asRecorded))));
        return new TimeOrder<>(converted, Message::at);
    }

    /** The file's name with a print of file and map, so that a changed file is not taken for a repeat. */
    private static String name(TraceFile file) {
        String plain = String.valueOf(file.path().getFileName());
        return plain.substring(0, Math.min(80, plain.length())) + "-"
                + print(file.path(), file.map().file());
    }

    private static String print(Path... contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[65_536];
            for (Path content : contents) {
                try (InputStream in = Files.newInputStream(content)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        digest.update(buffer, 0, read);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Messages implements Iterator<Message> {
        private final Iterator<Row> rows;
        private final Conversion conversion;
        private Iterator<Message> ofRow = List.<Message>of().iterator();

        private Messages(Iterator<Row> rows, Conversion conversion) {
            this.rows = rows;
            this.conversion = conversion;
        }

        @Override
        public boolean hasNext() {
            return ofRow.hasNext() || rows.hasNext();
        }

        @Override
        public Message next() {
            if (!ofRow.hasNext()) {
                ofRow = conversion.convert(rows.next()).iterator();
            }
            return ofRow.next();
        }
    }
}
