package org.jiaogongti.platform.start;

import picocli.CommandLine.Option;

/** What demo and serve have in common. */
final class ServerOptions {

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = {
            "端口，默认 ${DEFAULT-VALUE}，只在本机可见。", "Port on localhost; default ${DEFAULT-VALUE}."})
    int port = 8080;

    @Option(names = "--lan", description = {"在局域网提供 https，供手机使用：首次自建证书，并显示二维码。",
            "Serve https on the local network for phones: makes a certificate once, shows a QR code."})
    boolean lan;
}
