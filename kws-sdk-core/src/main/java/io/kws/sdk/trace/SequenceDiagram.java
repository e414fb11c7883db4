package io.kws.sdk.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Calls as a sequence diagram in the language of Mermaid. */
final class SequenceDiagram {
    private static final Pattern MARK = Pattern.compile("[#;\\p{Cntrl}]");

    private final List<RepeatedCalls> calls;
    private final Map<String, String> participants = new LinkedHashMap<>();

    SequenceDiagram(List<RepeatedCalls> calls) {
        this.calls = calls;
        calls.forEach(call -> participants.computeIfAbsent(place(call), name -> "p" + participants.size()));
    }

    private static String place(RepeatedCalls call) {
        return call.call().service() + " of " + call.call().node();
    }

    /** A semicolon ends a line of Mermaid, and a hash begins an entity. */
    private static String text(String any) {
        return MARK.matcher(any).replaceAll(mark -> "#" + (int) mark.group().charAt(0) + ";");
    }

    @Override
    public String toString() {
        StringBuilder diagram = new StringBuilder("sequenceDiagram\n    participant program\n");
        participants.forEach((name, id) -> diagram.append("    participant ")
                .append(id)
                .append(" as ")
                .append(text(name))
                .append('\n'));
        for (RepeatedCalls call : calls) {
            String id = participants.get(place(call));
            diagram.append("    program->>")
                    .append(id)
                    .append(": ")
                    .append(text(call.request()))
                    .append('\n');
            diagram.append("    ")
                    .append(id)
                    .append("-->>program: ")
                    .append(text(call.answer()))
                    .append('\n');
        }
        return diagram.toString();
    }
}
