package org.jiaogongti.platform;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.annotation.Transactional;

/** A handler calls at most one method that opens a writing transaction, its own private methods included. */
final class OneWritingCall extends ArchCondition<JavaMethod> {

    OneWritingCall() {
        super("call at most one writing facade method");
    }

    @Override
    public void check(JavaMethod handler, ConditionEvents events) {
        Set<String> writing = new TreeSet<>();
        collect(handler, writing, new HashSet<>());
        if (writing.size() > 1) {
            events.add(SimpleConditionEvent.violated(handler, handler.getFullName() + " calls " + writing));
        }
    }

    private static void collect(JavaMethod method, Set<String> writing, Set<JavaMethod> seen) {
        if (!seen.add(method)) {
            return;
        }
        for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
            Optional<JavaMethod> target = call.getTarget().resolveMember();
            if (target.isEmpty()) {
                continue;
            }
            if (target.get().getOwner().equals(method.getOwner())) {
                collect(target.get(), writing, seen);
            } else if (writes(target.get())) {
                writing.add(target.get().getFullName());
            }
        }
    }

    private static boolean writes(JavaMethod method) {
        Optional<JavaAnnotation<JavaMethod>> own = method.tryGetAnnotationOfType(Transactional.class.getName());
        if (own.isPresent()) {
            return !own.get().get("readOnly").map(Boolean.TRUE::equals).orElse(false);
        }
        Optional<JavaAnnotation<JavaClass>> type = method.getOwner()
                .tryGetAnnotationOfType(Transactional.class.getName());
        return type.isPresent() && !type.get().get("readOnly").map(Boolean.TRUE::equals).orElse(false);
    }
}
