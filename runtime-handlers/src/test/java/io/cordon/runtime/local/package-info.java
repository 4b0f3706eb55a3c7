/** Real parts that run on this machine, and the functions as Lambda runs them. */
package io.cordon.runtime.local;
