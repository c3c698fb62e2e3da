package dev.kenshin.source.rest.auth;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.Redaction;
import dev.kenshin.source.rest.template.TemplateProblem;
import org.jspecify.annotations.Nullable;

/** What can go wrong before a call is made at all. */
final class AuthProblems {
    private AuthProblems() {}

    static SourceUnavailable empty(String type, String setting) {
        return unavailable(
                "KEN-H20",
                type,
                new Text("「%s」が空です。".formatted(setting), "'%s' is empty.".formatted(setting)),
                new Text("config に必要な値を書いてください。", "Write what it needs in config."));
    }

    static SourceUnavailable template(String type, TemplateProblem problem, Redaction redaction) {
        return unavailable(
                "KEN-H21",
                type,
                redaction.of(problem.why()),
                new Text("マニフェストか config を直してください。", "Correct the manifest, or config."));
    }

    static SourceUnavailable noToken(String type, String field) {
        return unavailable(
                "KEN-H22",
                type,
                new Text(
                        "認証の応答に「%s」がありません。".formatted(field),
                        "The answer to the login holds no '%s'.".formatted(field)),
                new Text("認証情報とマニフェストの項目名を確かめてください。", "Check the credentials, and the field's name in the manifest."));
    }

    /** Without the exception's own words, as they might quote the key. */
    static SourceUnavailable key(String algorithm) {
        return unavailable(
                "KEN-H23",
                "JwtAuthenticator",
                new Text(
                        "秘密鍵は %s の署名に使えません。".formatted(algorithm),
                        "The secret key cannot sign with %s.".formatted(algorithm)),
                new Text(
                        "PKCS#8 の PEM 形式で渡してください(openssl pkcs8 -topk8 -nocrypt)。",
                        "Give it in PEM form, as PKCS#8 (openssl pkcs8 -topk8 -nocrypt)."));
    }

    /** @param reason what the file system says, which knows no secret */
    static SourceUnavailable notKept(@Nullable String reason) {
        return unavailable(
                "KEN-H24",
                OAuthTokens.TYPE,
                new Text(
                        "サーバーが新しく発行したリフレッシュトークンを読み書きできません: " + reason,
                        "The refresh token that the server issued anew cannot be kept or read: " + reason),
                new Text(
                        "--home の secrets フォルダーを直し、その後も認証が拒まれるなら、新しいリフレッシュトークンを設定してください。",
                        "Mend the folder secrets in --home; should the login be refused then, configure a new refresh"
                                + " token."));
    }

    private static SourceUnavailable unavailable(String code, String type, Text message, Text fix) {
        return new SourceUnavailable(Problem.error(code, new Location.Named(type), message, fix));
    }
}
