package dev.kenshin.mapping;

import dev.kenshin.problem.Text;

/**
 * Why a record did not become a row.
 *
 * @param field the source's name of the field
 * @param place where a person finds it: {@code nps.xlsx!回答!D14}, or the record's row
 * @param value as the source holds it, cut to a length that a person reads; empty where there is none
 * @param code the rule, for example {@code KEN-P33}
 */
public record Rejection(String field, String place, String value, String code, Text reason, Text fix) {}
