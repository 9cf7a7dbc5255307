package no.altinn.platform.keyfile;

import no.altinn.platform.seal.SealingKeys;
import no.altinn.platform.seal.SealingKeysContract;

class FileSealingKeysTest extends SealingKeysContract {
    @Override
    protected SealingKeys open() {
        return new PlatformKeys(KeyBundle.read(TestKeyFiles.complete().pkcs12())).cursorKeys();
    }
}
