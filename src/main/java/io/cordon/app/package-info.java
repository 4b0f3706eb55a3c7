/** The program that {@code cdk synth} runs. */
@NullMarked
package io.cordon.app;

import org.jspecify.annotations.NullMarked;
