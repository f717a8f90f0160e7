package org.jiaogongti.platform.seal;

/** With what new values are sealed. Each value says with which it was, so that the setting may be changed at any time. */
public enum SealCipher {
    /** AES-256 in Galois/counter mode (NIST SP 800-38D). */
    AES,
    /** SM4 (GB/T 32907) in Galois/counter mode. */
    SM4
}
