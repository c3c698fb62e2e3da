/**
 * Quality gates: what each one measures, what follows, what a person has accepted, and the table that keeps it. The gates
 * themselves stand where the data are: {@code landing} looks at extracts, {@code job} at rows and scores. Start with {@link
 * dev.kenshin.gate.Gate}, then {@link dev.kenshin.gate.Judgement}.
 */
@NullMarked
package dev.kenshin.gate;

import org.jspecify.annotations.NullMarked;
