package org.jiaogongti.platform.start;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.jiaogongti.platform.seal.KeyFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./jgt seal}. */
@Command(name = "seal", mixinStandardHelpOptions = true, description = {
        "封存密钥。 · The keys of what is sealed."}, subcommands = SealCommand.NewKey.class, synopsisSubcommandLabel = "COMMAND")
final class SealCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "缺少命令：new-key。 · A command is missing: new-key.");
    }

    /** {@code ./jgt seal new-key}: another key wraps from the next start on; the earlier ones still open old backups. */
    @Command(name = "new-key", mixinStandardHelpOptions = true, description = {
            "换一把封存密钥：写入密钥文件，下次启动时改用它（数据不必重新封存）。",
            "Change the sealing key: it is added to the key file, and the next start wraps by it."})
    static final class NewKey implements Callable<Integer> {

        @Override
        public Integer call() {
            SealingKey key = SealingKey.of(DataFolders.fromEnvironment().root(), System.getenv());
            if (Files.notExists(key.file())) {
                throw new StartRefused("这里还没有密钥文件：" + key.file() + "\nThere is no key file yet: " + key.file()
                        + "; the first start that seals something makes it. Name another one in JGT_SEALING_KEY.");
            }
            String id = new KeyFile(key.file(), KeyFile.Use.SEALING).add();
            Console console = new Console("seal new-key");
            console.line("新的封存密钥 · new sealing key: " + id + " (" + key.file() + ")");
            console.line("下次启动时改用它；旧的留着，早先的备份要用。请把密钥文件另存一份。");
            console.line(
                    "The next start wraps by it. Keep the earlier lines for earlier backups, and a copy of the file.");
            return 0;
        }
    }
}
