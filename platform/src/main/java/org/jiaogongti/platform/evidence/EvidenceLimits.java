package org.jiaogongti.platform.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be kept.
 *
 * @param bytesPerFile largest single file, in bytes
 * @param filesPerPerson files one person may have uploaded
 * @param bytesPerPerson bytes one person may have uploaded
 * @param bytesPerSchool bytes kept for one school
 */
@ConfigurationProperties("jgt.evidence")
public record EvidenceLimits(@DefaultValue("20000000") long bytesPerFile, @DefaultValue("1000") int filesPerPerson,
        @DefaultValue("2000000000") long bytesPerPerson, @DefaultValue("20000000000") long bytesPerSchool) {}
