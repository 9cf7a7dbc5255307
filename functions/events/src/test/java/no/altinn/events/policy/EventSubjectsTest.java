package no.altinn.events.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.platform.pdp.Attribute;
import no.altinn.platform.register.Register;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class EventSubjectsTest {
    private static final String KNOWN = "urn:altinn:person:identifier-no:01017012345";
    private static final String UNKNOWN = "urn:altinn:person:identifier-no:02017012345";
    private static final UUID PARTY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final Register register = mock(Register.class);
    private final EventSubjects subjects = new EventSubjects(register);

    @Test
    void aPersonIsToldAsTheirPartysUuid() {
        when(register.partyUuids(List.of(KNOWN))).thenReturn(Map.of(KNOWN, PARTY));

        assertThat(subjects.of(KNOWN))
                .contains(Attribute.of("urn:altinn:party:uuid", PARTY.toString()));
    }

    @Test
    void anUnknownPersonIsLeftOut() {
        when(register.partyUuids(any())).thenReturn(Map.of());

        assertThat(subjects.of(UNKNOWN)).isEmpty();
    }

    @Test
    void thePersonsOfManyEventsAreLookedUpAtOnceAndOnce() {
        when(register.partyUuids(any())).thenReturn(Map.of(KNOWN, PARTY));
        Event first = SampleEvent.of("subject", KNOWN);
        Event second = SampleEvent.of("id", "2", "subject", KNOWN);
        Event third = SampleEvent.of("id", "3", "subject", "/party/1");

        EventSubjects.Lookup lookup = subjects.of(List.of(first, second, third));

        assertThat(lookup.of(first)).isEqualTo(lookup.of(second)).isPresent();
        assertThat(lookup.of(third)).contains(Attribute.of("urn:altinn:partyid", "1").integer());
        verify(register).partyUuids(eq(List.of(KNOWN)));
        verifyNoMoreInteractions(register);
    }

    @Test
    void registerIsNotAskedWhenThereIsNoPerson() {
        assertThat(subjects.of(List.of(SampleEvent.of())).of(SampleEvent.of())).isEmpty();
        assertThat(subjects.of("/org/ttd")).contains(Attribute.of("urn:altinn:org", "ttd"));
        verifyNoInteractions(register);
    }
}
