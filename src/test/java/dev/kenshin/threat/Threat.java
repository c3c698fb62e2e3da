package dev.kenshin.threat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test, or a class of them, that fails without the defence against a danger. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag(Threat.TAG)
public @interface Threat {
    /** By which {@link ThreatRun} finds them. */
    String TAG = "threat";

    Danger[] value();
}
