/**
 * Imitations of the services that a customer-success team uses, on the loopback address, so that nights, tests and
 * curious people need no account anywhere. Each answers as its vendor documents it, out of the files of a company such as
 * {@code kenshin sample} writes. Stands before the pipeline, as {@code sample} does. Start with
 * {@link dev.kenshin.sandbox.Sandbox}; each {@link dev.kenshin.sandbox.Vendor} is one vendor, and the classes that share its
 * name are what it serves and how it is asked.
 */
@NullMarked
package dev.kenshin.sandbox;

import org.jspecify.annotations.NullMarked;
