/**
 * The canonical tables that every source is mapped to, as data: names, columns, types, labels. Nothing here runs. Start
 * with {@link dev.kenshin.model.Model}.
 */
@NullMarked
package dev.kenshin.model;

import org.jspecify.annotations.NullMarked;
