package dev.kenshin.job;

import java.util.List;

/**
 * Who is to be forgotten. The addresses and user ids are those of one person.
 *
 * @param keep false only looks at what would go
 */
public record ForgetRequest(List<String> emails, List<String> users, List<String> accounts, boolean keep) {}
