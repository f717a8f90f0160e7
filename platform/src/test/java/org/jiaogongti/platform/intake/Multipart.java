package org.jiaogongti.platform.intake;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;

/** Sends a file as the form of a table does. */
public final class Multipart {

    private static final String BOUNDARY = "----jgt51c7";

    private final Visitor visitor;

    public Multipart(Visitor visitor) {
        this.visitor = visitor;
    }

    public Page send(String kind, String name, byte[] file) {
        String action = "/tables/" + kind + "/uploads";
        String token = visitor.get("/tables").html().select("form[action=" + action + "] input[name=_csrf]").val();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part("_csrf", "", token.getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(part("file", "; filename=\"" + name + "\"", file));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.send(visitor.request(action).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    private static byte[] part(String name, String more, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more
                + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }
}
