/** Serenya: a health agent that reads a person's documents and answers in plain words. */
@NullMarked
package io.cordon.systems.serenya;

import org.jspecify.annotations.NullMarked;
