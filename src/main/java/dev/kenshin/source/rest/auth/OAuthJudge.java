package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Text;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.Verdict;

/** Knows what a token server's answers mean. */
final class OAuthJudge {
    private OAuthJudge() {}

    static Verdict judge(HttpAnswer answer, int attempt) {
        int status = answer.status();
        if (status >= 200 && status < 300) {
            return Verdict.accept();
        }
        if (status == 429) {
            return Verdict.rateLimited();
        }
        return status == 408 || status >= 500
                ? Verdict.retry()
                : new Verdict.Fail(
                        OAuthTokens.refused(answer),
                        new Text("認証情報を確かめ、必要なら新しく発行してください。", "Check the credentials, or have new ones issued."));
    }
}
