package dev.kenshin.config;

/**
 * What a job's quality gates accept of the rows and scores of a night.
 *
 * @param quarantine share of all records that are set aside
 * @param orphans share of a mapping's rows whose account was not found
 * @param meanHealth points by which the mean health may move since the snapshot before
 * @param levelChanges share of the accounts that may change their level since then
 * @param distribution how far the healths may be distributed otherwise than then, as a population stability index
 * @param withoutHealth by which share of the accounts those without a health may become more
 * @param minimum of how many rows or accounts a share is judged at all
 */
public record GateConfig(
        Limits quarantine,
        Limits orphans,
        Limits meanHealth,
        Limits levelChanges,
        Limits distribution,
        Limits withoutHealth,
        int minimum) {}
