package io.cordon.compliance.source;

import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** A construct of a user in a file of its own, as most are: it inherits the mark of what jsii generates. */
final class Ward extends Construct {
    Ward(Construct scope, String id) {
        super(scope, id);
        new Bucket(this, "Files"); // files of the ward
    }
}
