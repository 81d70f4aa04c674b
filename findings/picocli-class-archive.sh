#!/bin/sh
# picocli 4.7.7 (info.picocli, Maven Central), seen on 2026-11-28 with JDK 17.0.15.
# A JVM that writes a class archive at its end (-XX:ArchiveClassesAtExit, AppCDS) leaves out every class of picocli: their
# class files have version 49 (Java 5), and the archive takes no class of a version before 50. The JVM says so only as a
# warning of each class, which -Xlog:cds*=off hides, and the archive is otherwise good. So each start loads, parses and
# verifies some 150 classes anew before the program's first own line, while all other classes come from the archive.
# Output seen:
#   from the archive: the program yes, picocli 0 classes
#   from the jar: picocli more than 100 classes
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId><version>4.7.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
cat >Program.java <<'JAVA'
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "program")
public class Program implements Runnable {
    @Option(names = "--folder")
    String folder = "config";

    public void run() {}

    public static void main(String[] words) {
        System.exit(new CommandLine(new Program()).execute(words));
    }
}
JAVA
mkdir classes
javac -proc:none -cp 'lib/*' -d classes Program.java
jar --create --file program.jar -C classes .
java -XX:ArchiveClassesAtExit=program.jsa -Xlog:cds*=off -cp 'program.jar:lib/*' Program --folder data
java -XX:SharedArchiveFile=program.jsa -Xlog:class+load -cp 'program.jar:lib/*' Program --folder data >loaded
own=$(grep -c ' Program source: shared objects file' loaded || true)
shared=$(grep ' picocli\.' loaded | grep -c 'source: shared objects file' || true)
read=$(grep ' picocli\.' loaded | grep -c 'source: .*picocli-4.7.7.jar' || true)
[ "$own" = 1 ] && own=yes || own=no
[ "$read" -gt 100 ] && read="more than 100"
seen="from the archive: the program $own, picocli $shared classes
from the jar: picocli $read classes"
echo "$seen"
[ "$seen" = "from the archive: the program yes, picocli 0 classes
from the jar: picocli more than 100 classes" ] || { echo "this has changed: look at the start of ./foyer hub again" >&2; exit 1; }
