package no.altinn.testing.azurite;

/** The same as {@link WithAzurite}, of Blob Storage. */
public final class WithBlobs extends WithAzurite {
    public WithBlobs() {
        super(Azurite.Service.BLOB);
    }
}
