/** Opens a job and hands out a presigned PUT for one document. */
@NullMarked
package io.cordon.runtime.upload;

import org.jspecify.annotations.NullMarked;
