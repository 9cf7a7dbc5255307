package no.altinn.rest.message;

import no.altinn.rest.language.Text;

/** What lists call the state of a message (rest-resources.md, Messages). */
public enum Status {
    UNREAD("Unread", "Ulest", "Ulesen"),
    READ("Read", "Lest", "Lesen"),
    CONFIRMED("Confirmed", "Bekreftet", "Stadfesta"),
    COMPLETION("Completion", "Utfylling", "Utfylling"),
    SIGNING("Signing", "Signering", "Signering"),
    PAYMENT("Payment", "Betaling", "Betaling"),
    SENT_AND_ARCHIVED("Sent and archived", "Sendt og arkivert", "Sendt og arkivert"),
    ARCHIVED("Archived", "Arkivert", "Arkivert"),
    DELETED("Deleted", "Slettet", "Sletta");

    private final String en;
    private final String nb;
    private final String nn;

    Status(String en, String nb, String nn) {
        this.en = en;
        this.nb = nb;
        this.nn = nn;
    }

    /** The name in answers. */
    public Text title() {
        return new Text(en, nb, nn);
    }
}
