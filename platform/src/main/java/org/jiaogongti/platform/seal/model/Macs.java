package org.jiaogongti.platform.seal.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC over SM3 (GB/T 32905): it makes keys out of keys, and blind indexes. */
public final class Macs {

    private Macs() {}

    /** 32 bytes. Every part stands behind its length, so that no two lists of parts are the same bytes. */
    public static byte[] sm3(byte[] key, List<String> parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = joined(parts);
        mac.update(bytes, 0, bytes.length);
        byte[] sum = new byte[32];
        mac.doFinal(sum, 0);
        return sum;
    }

    static byte[] joined(List<String> parts) {
        List<byte[]> fields = parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer buffer = ByteBuffer.allocate(fields.stream().mapToInt(field -> 4 + field.length).sum());
        fields.forEach(field -> buffer.putInt(field.length).put(field));
        return buffer.array();
    }
}
