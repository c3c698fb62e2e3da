/**
 * Makes a fictitious company of any size, with all the systems that a customer-success team has, so that everyone can
 * try Kenshin, test it and measure its speed. Stands before the pipeline: it writes the files that sources read. Every
 * account has a hidden {@link dev.kenshin.sample.Life} from which its usage, tickets, answers and churn follow through
 * noise. Start with {@link dev.kenshin.sample.SampleCompany}.
 */
@NullMarked
package dev.kenshin.sample;

import org.jspecify.annotations.NullMarked;
