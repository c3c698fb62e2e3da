package dev.kenshin.source.http;

/** Knows what a server's answers mean. */
@FunctionalInterface
public interface Judge {

    /**
     * What to do about an answer.
     *
     * @param attempt which call of this request it answers, counted from 1
     */
    Verdict judge(HttpAnswer answer, int attempt);
}
