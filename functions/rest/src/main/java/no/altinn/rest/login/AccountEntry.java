package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.language.Language;
import no.altinn.rest.record.Entry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How accounts are kept: one entry for each, whose body is the hash. */
final class AccountEntry {
    /** The label of enterprise users' organisations. */
    static final String OWNER = "owner";

    private static final String USER_ID = "UserId";
    private static final String USER_NAME = "UserName";
    private static final String LANGUAGE = "Language";
    private static final String CREATED = "Created";
    private static final String STAMP = "Stamp";

    private AccountEntry() {}

    static String id(int userId) {
        return "u" + userId;
    }

    static Entry of(Account account) {
        ObjectNode head =
                Json.object()
                        .put(USER_ID, account.userId())
                        .put(LANGUAGE, account.language().number())
                        .put(CREATED, account.created().toString())
                        .put(STAMP, account.stamp());
        account.userName().ifPresent(name -> head.put(USER_NAME, name));
        String id = id(account.userId());
        return Entry.of(
                id,
                id,
                account.organisation().map(number -> Map.of(OWNER, number)).orElse(Map.of()),
                head,
                account.passwordHash().orElse(""));
    }

    static Account read(Entry entry) {
        JsonNode head = entry.head();
        return new Account(
                head.path(USER_ID).intValue(),
                Optional.ofNullable(head.path(USER_NAME).textValue()),
                Optional.ofNullable(entry.labels().get(OWNER)),
                Language.named(head.path(LANGUAGE).asText()).orElse(Language.BOKMAAL),
                Instant.parse(head.path(CREATED).textValue()),
                head.path(STAMP).textValue(),
                Optional.of(entry.body()).filter(hash -> !hash.isEmpty()));
    }
}
