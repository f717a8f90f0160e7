package org.jiaogongti.platform.archive;

import java.io.IOException;
import java.io.OutputStream;

/** The same bytes into two. */
final class Both extends OutputStream {

    private final OutputStream first;
    private final OutputStream second;

    Both(OutputStream first, OutputStream second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] block, int offset, int length) throws IOException {
        first.write(block, offset, length);
        second.write(block, offset, length);
    }
}
