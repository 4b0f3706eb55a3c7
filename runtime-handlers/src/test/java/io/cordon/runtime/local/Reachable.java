package io.cordon.runtime.local;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Objects that live on between requests: what the functions' classes hold, and what that holds in turn. */
public final class Reachable {
    private static final Path CLASSES = Path.of("target", "classes");

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> next = new ArrayDeque<>();

    private Reachable() {}

    /** Everything that can be reached from a static field; not what the JDK hides from others. */
    public static List<Object> fromStaticFields() {
        Reachable reachable = new Reachable();
        classes().forEach(type -> reachable.fields(type, null));
        while (!reachable.next.isEmpty()) {
            reachable.within(reachable.next.remove());
        }
        return new ArrayList<>(reachable.seen);
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("io"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-info"))
                    .<Class<?>>map(
                            name -> named(name.replace(File.separatorChar, '.').replace(".class", "")))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void within(Object object) {
        if (object instanceof Object[] array) {
            Arrays.asList(array).forEach(this::add);
        } else if (object instanceof Collection<?> collection) {
            collection.forEach(this::add);
        } else if (object instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (object instanceof AtomicReference<?> reference) {
            add(reference.get());
        } else {
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                fields(type, object);
            }
        }
    }

    private void fields(Class<?> type, Object holder) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) == (holder == null)
                    && !field.getType().isPrimitive()) {
                try {
                    field.setAccessible(true);
                    add(field.get(holder));
                } catch (InaccessibleObjectException hidden) {
                    return;
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void add(Object object) {
        if (object != null && !(object instanceof Class<?>) && !(object instanceof ClassLoader) && seen.add(object)) {
            next.add(object);
        }
    }
}
