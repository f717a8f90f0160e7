package org.jiaogongti.platform.seal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the wrapping keys lie, and with what new values are sealed.
 *
 * @param keyFile outside of the database, so that neither it nor its backup can be read without this file
 */
@ConfigurationProperties("jgt.seal")
public record SealSettings(Path keyFile, @DefaultValue("AES") SealCipher cipher) {}
