package dev.kenshin.sample;

import java.util.Map;

/**
 * What people got wrong in the workbooks, by cell. Few, as in real files; all of them must end in quarantine with their
 * place, and none may keep the other rows from being read.
 */
final class Slips {
    /** A company that is no customer. */
    static final String STRANGER = "クレセントワークス㈱";

    static final Map<String, String> ANSWERS = Map.of(
            "E12", "高い",
            "E27", "11",
            "D33", "令和9年13月1日",
            "E41", "8か9",
            "A52", "",
            "A68", STRANGER);

    static final Map<String, String> MEETINGS = Map.of(
            "A19", "2026/2/30",
            "B37", "新規見込み先(社名未定)",
            "D58", "半日");

    static final Map<String, String> OBSERVATIONS = Map.of("C6", "要注意");

    private Slips() {}
}
