@NullMarked
package dev.kenshin.sample;

import org.jspecify.annotations.NullMarked;
