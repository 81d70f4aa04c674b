package io.foyer.hub.web.login;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hashes people's passwords with argon2id (RFC 9106; 19 MiB, 2 passes, 1 lane as OWASP's password storage sheet asks),
 * on threads of its own. Beyond {@link #MOST_WAITING} it refuses with {@link RejectedExecutionException} at once.
 */
public final class Passwords {
    static final int MOST_WAITING = 32;
    private static final int THREADS = 2;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);

    /** A hash of nobody's password: an unknown name costs as long as a wrong password. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1" + "$yAsqLi6Mnza8lCHtHAE4mg$lecnK+U5s8zw8KusQsxvoIwblW931LnvoYTEofdiI5g";

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger waiting = new AtomicInteger();
    private final WorkerExecutor workers;

    public Passwords(Vertx vertx) {
        workers = vertx.createSharedWorkerExecutor("foyer-passwords", THREADS);
    }

    public Future<String> hash(String password) {
        return run(() -> {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return ARGON2ID.hash(bytes(password), salt).getResult();
        });
    }

    /** Whether the password fits the hash; without a hash it takes as long and never fits. */
    public Future<Boolean> fits(String password, @Nullable String hash) {
        String asked = hash == null ? NOBODY : hash;
        return run(() -> {
            boolean fits = Argon2Function.getInstanceFromHash(asked).check(bytes(password), bytes(asked));
            return fits && hash != null;
        });
    }

    private <T> Future<T> run(Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(new RejectedExecutionException("too many logins at once"));
        }
        return workers.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
