package org.jiaogongti.platform.evidence.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.bin.Deletions;
import org.jiaogongti.platform.evidence.EvidenceFiles;
import org.jiaogongti.platform.evidence.EvidenceFiles.Added;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.evidence.Upload;
import org.jiaogongti.platform.shell.LocalAddress;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Toast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of an occasion: sending them one by one, getting them, letting the public see a picture. */
@Controller
class EvidenceController {

    private final EvidenceFiles files;
    private final Deletions deletions;

    EvidenceController(EvidenceFiles files, Deletions deletions) {
        this.deletions = deletions;
        this.files = files;
    }

    /** One file for an occasion, or for a form that is still open. */
    @PostMapping("/evidence")
    Object add(Actor actor, Messages m, @RequestParam UUID holder, @RequestParam UUID school,
            @RequestParam("file") MultipartFile file, @RequestHeader(name = "Accept", defaultValue = "") String accept,
            @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        Added added = files.add(actor, holder, school, Upload.of(file));
        boolean script = accept.startsWith(MediaType.APPLICATION_JSON_VALUE);
        return switch (added) {
            case Added.Kept kept when script -> ResponseEntity.status(HttpStatus.CREATED)
                    .body(Map.of("id", kept.item().id(), "name", kept.item().name()));
            case Added.No no when script -> ResponseEntity.unprocessableContent()
                    .body(Map.of("problem", m.t(no.key(), no.numbers().toArray())));
            case Added.Kept _ -> {
                Toast.of("evidence.toast.added").after(redirect);
                yield new ModelAndView("redirect:"
                        + (back.isEmpty() ? "/activities/" + holder + "#files" : LocalAddress.orHome(back)));
            }
            case Added.No no -> problem(m.t(no.key(), no.numbers().toArray()),
                    back.isEmpty() ? "/activities/" + holder : LocalAddress.orHome(back));
            case Added.Absent _ -> throw absent();
        };
    }

    private static ModelAndView problem(String text, String back) {
        ModelAndView page = new ModelAndView("evidence/problem", Map.of("text", text, "back", back));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** Always as a download, never as a page of this site. */
    @GetMapping("/evidence/{id}")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable UUID id) {
        EvidenceFiles.Download file = files.download(actor, id).orElseThrow(EvidenceController::absent);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(withSuffix(file.item()), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.item().kind().mediaType())).body(file.bytes());
    }

    /** The name ends as the content is, whatever the sender called it. */
    private static String withSuffix(EvidenceItem item) {
        String suffix = "." + item.kind().suffix();
        return item.name().toLowerCase(Locale.ROOT).endsWith(suffix) ? item.name() : item.name() + suffix;
    }

    @GetMapping("/evidence/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(Actor actor, @PathVariable UUID id) {
        byte[] picture = files.thumbnail(actor, id).orElseThrow(EvidenceController::absent);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.IMAGE_JPEG).body(picture);
    }

    /** The whole picture, for the page on which it is looked at before it becomes public. */
    @GetMapping("/evidence/{id}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable UUID id) {
        EvidenceFiles.Download file = files.picture(actor, id).orElseThrow(EvidenceController::absent);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(file.item().kind().mediaType())).body(file.bytes());
    }

    @PostMapping("/evidence/{id}/removal")
    String remove(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        EvidenceItem removed = files.remove(actor, id).orElseThrow(EvidenceController::absent);
        Toast toast = Toast.of("evidence.toast.removed");
        deletions.of("evidence", id).map(deleted -> toast.undoneBy("/bin/" + deleted.id() + "/restoration"))
                .orElse(toast).after(redirect);
        return "redirect:/activities/" + removed.holder() + "#files";
    }

    /** The page on which a person looks at this very picture before the public may. */
    @GetMapping("/evidence/{id}/publication")
    ModelAndView publication(Actor actor, @PathVariable UUID id) {
        EvidenceItem item = files.find(actor, id).filter(found -> found.kind().picture())
                .filter(found -> files.mayChange(actor, found.holder())).orElseThrow(EvidenceController::absent);
        return new ModelAndView("evidence/publication", Map.of("item", item, "problem", ""));
    }

    @PostMapping("/evidence/{id}/publication")
    ModelAndView publish(Actor actor, Messages m, @PathVariable UUID id,
            @RequestParam(defaultValue = "") String confirmed,
            @RequestParam(name = "copy", required = false) @Nullable MultipartFile copy, RedirectAttributes redirect) {
        if (!confirmed.equals("yes")) {
            ModelAndView page = publication(actor, id);
            page.addObject("problem", m.t("evidence.publication.unticked"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<Upload> blurred = copy == null || copy.isEmpty() ? Optional.empty() : Optional.of(Upload.of(copy));
        return switch (files.publish(actor, id, blurred)) {
            case Added.Kept kept -> {
                Toast.of("evidence.toast.published").after(redirect);
                yield new ModelAndView("redirect:/activities/" + kept.item().holder() + "#files");
            }
            case Added.No no -> problem(m.t(no.key(), no.numbers().toArray()), "/evidence/" + id + "/publication");
            case Added.Absent _ -> throw absent();
        };
    }

    @PostMapping("/evidence/{id}/publication/withdrawal")
    String endPublication(Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        EvidenceItem item = files.endPublication(actor, id).orElseThrow(EvidenceController::absent);
        Toast.of("evidence.toast.hidden").after(redirect);
        return "redirect:/activities/" + item.holder() + "#files";
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
