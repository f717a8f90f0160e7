package org.jiaogongti.platform.head;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where heads are given out.
 *
 * @param folder one that somebody else owns, or that is synchronised to where whoever runs the server cannot reach
 * @param keyFile the keys that sign
 */
@ConfigurationProperties("jgt.heads")
public record HeadSettings(Path folder, Path keyFile) {}
