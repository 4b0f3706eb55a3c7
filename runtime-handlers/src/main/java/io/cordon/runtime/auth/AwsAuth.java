package io.cordon.runtime.auth;

import io.cordon.runtime.identity.DynamoDbKeyShelf;
import io.cordon.runtime.identity.Provider;
import io.cordon.runtime.people.DynamoDbPeople;
import io.cordon.runtime.people.KmsFieldCipher;
import io.cordon.runtime.people.KmsLookup;
import io.cordon.runtime.platform.Env;
import io.cordon.runtime.platform.Meter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/** Puts the parts together as the environment says, on DynamoDB and KMS. */
record AwsAuth(DynamoDbClient dynamoDb, KmsClient kms, Meter meter, Clock clock) {
    Auth auth() {
        String table = Env.APPLICATION_TABLE.value();
        DynamoDbPeople people = new DynamoDbPeople(dynamoDb, table);
        Grants grants = new Grants(
                accessTokens(),
                new DynamoDbSessions(dynamoDb, table),
                Duration.ofDays(Env.SESSION_DAYS.number()),
                clock);
        SignIn signIn = new SignIn(
                idTokens(table),
                KmsLookup.of(kms, Env.LOOKUP_KEYS.list(), Env.LOOKUP_VERSIONS.list()),
                people,
                grants,
                meter);
        return new Auth(
                new Onboarding(
                        signIn,
                        Consents.of(Env.REQUIRED_CONSENTS.list()),
                        new KmsFieldCipher(kms, Env.PERSON_KEY.value()),
                        clock),
                signIn,
                new Refresh(grants, people, meter));
    }

    private IdTokens idTokens(String table) {
        IdTokenRules rules = new IdTokenRules(Map.of(
                Provider.GOOGLE, Set.copyOf(Env.GOOGLE_CLIENTS.list()),
                Provider.APPLE, Set.copyOf(Env.APPLE_CLIENTS.list())));
        return new IdTokens(new TrustedKeys(new DynamoDbKeyShelf(dynamoDb, table), meter, clock), rules, meter, clock);
    }

    private AccessTokens accessTokens() {
        return new AccessTokens(
                new KmsSigner(kms, Env.SIGNING_KEY.value()),
                Env.TOKEN_ISSUER.value(),
                Env.TOKEN_AUDIENCE.value(),
                Duration.ofSeconds(Env.LONGEST_TOKEN_SECONDS.number()),
                Env.TOKEN_SCOPES.value(),
                clock);
    }
}
