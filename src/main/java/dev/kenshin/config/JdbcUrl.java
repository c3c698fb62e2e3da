package dev.kenshin.config;

import dev.kenshin.problem.Location;
import dev.kenshin.problem.Problem;
import dev.kenshin.problem.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a database. Drivers take orders from it that go far beyond a connection: to run scripts, to open a port, to
 * load a class, to read files. {@code toString()} leaves out anything that might be a credential.
 */
public record JdbcUrl(String text) {
    private static final Pattern SCHEME = Pattern.compile("(jdbc:\\w+:(?:(?:thin|oci|file|mem|tcp|ssl):)?(?://)?).*");
    private static final Pattern H2_SERVER = Pattern.compile("jdbc:h2:(tcp|ssl):.*", Pattern.CASE_INSENSITIVE);

    /** What H2 may be told. Named are those that are harmless, since it knows more harmful ones than anybody remembers. */
    private static final Set<String> OF_H2 = Set.of(
            "ACCESS_MODE_DATA",
            "CACHE_SIZE",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "CIPHER",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "IFEXISTS",
            "IGNORECASE",
            "LOCK_TIMEOUT",
            "MODE",
            "NETWORK_TIMEOUT",
            "NON_KEYWORDS",
            "PASSWORD",
            "QUERY_TIMEOUT",
            "SCHEMA",
            "TIME ZONE",
            "TRACE_LEVEL_FILE",
            "USER",
            "WRITE_DELAY");

    /** Parameters by which drivers of servers load classes, look up names or send files; in lower case. */
    private static final Set<String> OF_NO_SERVER = Set.of(
            "accesstokencallbackclass",
            "allowloadlocalinfile",
            "allowloadlocalinfileinpath",
            "allowlocalinfile",
            "allowurlinlocalinfile",
            "authenticationpluginclassname",
            "authenticationplugins",
            "autodeserialize",
            "clientinfoprovider",
            "clientrerouteserverlistjndiname",
            "connectionlifecycleinterceptors",
            "defaultauthenticationplugin",
            "exceptioninterceptors",
            "loggerfile",
            "parseinfocachefactory",
            "propertiestransform",
            "queryinterceptors",
            "serverconfigcachefactory",
            "socketfactory",
            "socketfactoryarg",
            "socketfactoryclass",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "statementinterceptors",
            "trustmanagerclass",
            "xmlfactoryfactory");

    /** Whether the database is H2 behind a port, instead of within this process. */
    public boolean isServerOfH2() {
        return H2_SERVER.matcher(text).matches();
    }

    /** The setting that asks for more than a connection; empty for an address that may be used. */
    public Optional<String> harm() {
        if (text.regionMatches(true, 0, "jdbc:h2:", 0, 8)) {
            // H2 takes the character behind a backslash as it is, so that I\NIT is INIT.
            return settings(";").filter(name -> !OF_H2.contains(name)).findFirst();
        }
        return text.regionMatches(true, 0, "jdbc:duckdb:", 0, 12)
                ? settings(";").findFirst()
                : settings("[?&;(,]")
                        .filter(name -> name.contains("%") || OF_NO_SERVER.contains(name.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    /** What is wrong with an address that asks for more than a connection; empty for one that may be used. */
    public Optional<Problem> problem(Location at) {
        return harm().map(setting -> Problem.error(
                "KEN-C33",
                at,
                new Text(
                        "url の「%s」は使えません。データベースへの接続以外のことをさせる指定だからです。".formatted(setting),
                        "'%s' cannot stand in a url, since it asks for more than a connection.".formatted(setting)),
                new Text("その部分を url から取り除いてください。", "Take that part out of the url.")));
    }

    /** What stands between a separator and an equals sign, in capitals. */
    private Stream<String> settings(String separators) {
        return Stream.of(text.split(separators, -1))
                .skip(1)
                .filter(part -> part.contains("="))
                .map(part -> part.split("=", 2)[0].toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        String plain = text.split("[?;]", 2)[0];
        Matcher matcher = SCHEME.matcher(plain);
        if (!matcher.matches()) {
            return "jdbc";
        }
        String scheme = matcher.group(1);
        String rest = plain.substring(scheme.length());
        boolean cutWithinCredentials = text.contains("@") && !plain.contains("@");
        return scheme + (cutWithinCredentials ? "…" : rest.substring(rest.lastIndexOf('@') + 1));
    }

    /** What a driver said, which may quote this address and the password. */
    public String redact(String said, Optional<String> password) {
        String plain = said.replace(text, toString());
        return password.filter(secret -> !secret.isBlank())
                .map(secret -> plain.replace(secret, "***"))
                .orElse(plain);
    }
}
