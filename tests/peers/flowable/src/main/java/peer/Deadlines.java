package peer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flowable.engine.RuntimeService;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Starts as many dossiers as {@code -Dn} says, all due at the instant {@code -Din} seconds from now, says SEEDED with that instant in milliseconds and
 * with the instant at which the last was started, and lives until it is ended: whoever measures looks at the database.
 */
@SpringBootApplication
public class Deadlines {
  public static void main(String[] args) throws InterruptedException {
    SpringApplication.run(Deadlines.class, args);
    Thread.currentThread().join();
  }

  @Bean
  CommandLineRunner seed(RuntimeService runtime) {
    return args -> {
      Instant due = Instant.now().plusSeconds(Integer.getInteger("in", 60));
      ExecutorService pool = Executors.newFixedThreadPool(8);
      List<Future<?>> started = new ArrayList<>();
      for (int i = 0; i < Integer.getInteger("n", 10_000); i++) {
        Map<String, Object> dossier = Map.of("unit", i % 200, "due", due.toString());
        started.add(pool.submit(() -> runtime.startProcessInstanceByKey("deadline", dossier)));
      }
      for (Future<?> one : started) one.get();
      pool.shutdown();
      System.out.printf("SEEDED %d %d%n", due.toEpochMilli(), System.currentTimeMillis());
    };
  }
}
