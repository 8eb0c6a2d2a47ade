#include "core/refusals.hpp"

#include <algorithm>

namespace unrolled {
namespace {

constexpr Refusal kRefusals[] = {
    // Values of any option.
    {"number.range", "{ $found } is not a number from { $min } to { $max }. Choose one in this range."},
    {"number.whole", "{ $found } is not a whole number from { $min } to { $max }. Choose one in this range."},
    {"boolean.type", "{ $found } is neither true nor false. Choose one of the two."},
    {"text.type", "{ $found } is not a text. Write one of at most { $most } characters."},
    {"text.long", "The text has { $found } characters, more than { $most }. Shorten it."},
    {"choice.unknown", "{ $found } is not one of the choices. Choose from { $known }."},
    {"choice.near", "{ $found } is not one of the choices. Perhaps { $near } is meant, one of { $known }."},
    {"value.missing", "Nothing is given, but something is needed. Add it."},
    {"choice.missing", "Nothing is chosen. Choose from { $known }."},
    {"object.type", "{ $found } stands where an object, keys with values, is needed. Write one."},
    {"list.type", "{ $found } stands where a list is needed. Write one."},
    {"key.unknown", "There is no such key. Those known are { $known }."},
    {"key.near", "There is no such key. Perhaps { $near } is meant."},
    {"models.count", "There are { $found } models. List { $min } to { $max }."},
    {"models.number", "There is no model of number { $found }. Choose a number below { $count }."},

    // Options that do not go together.
    {"option.least", "{ $found } is less than { $other }, which is { $limit }. Choose at least as much."},
    {"option.below", "{ $found } is not less than { $other }, which is { $limit }. Choose less."},
    {"option.longer",
     "{ $found } is not more than { $other }, which is { $limit }. Choose more, or 0 for no second test."},
    {"option.divides", "{ $found } does not divide { $other }, which is { $limit }. Choose a number that does."},
    {"option.repeats",
     "In { $found } symbols nothing need repeat, since offset and period take up to { $limit }. Choose more."},
    {"option.rope",
     "Rotary positions turn pairs of numbers, and every head has one alone. Choose fewer heads or other positions."},
    {"option.alibi",
     "Linear attention has no scores that ALiBi could change by distance. Choose other positions or another "
     "attention."},
    {"measure.price",
     "It would take { $bytes } MiB and { $flops } billion operations, more than { $most_bytes } or { $most_flops }. "
     "Ask for fewer examples, or choose a smaller model."},
    {"measure.counts", "A model that counts has nothing inside to be measured. Choose another."},
    {"measure.states", "There are no such states (layer { $found }). Choose another layer, or others of its options."},
    {"measure.of", "{ $found } is nothing that this model has. Choose from { $known }."},
    {"patch.pair", "Examples { $found } and { $other } are not equally long, or have the same answer. Choose others."},
    {"patch.none", "No other example is as long as number { $found } and has another answer. Choose another."},
    {"measure.none", "{ $found } cannot be measured of this model on this task. Choose from { $known }."},
    {"option.not_own", "Something is given here, but the corpus is not your own. Remove it, or choose your own."},

    // What a model has of its own, what changes on the way, and where it starts.
    {"version.newer",
     "This is of version { $found }, and the newest known here is { $most }: it was made with a newer Unrolled. Use a "
     "newer version."},
    {"train.shared", "All models of a race share this. Choose it in the training of the whole race."},
    {"change.optimizer",
     "{ $found } is another optimizer than { $wanted }, with which the run began. Choose the same."},
    {"change.end", "The run would end at step { $found }, before the change at step { $step }. Choose a later end."},
    {"changes.count", "There are { $found } changes of one run, more than { $most }. Make fewer."},
    {"changes.order", "Step { $found } is before that of the change above it, { $limit }. Put them in order."},
    {"edits.count", "There are { $found } edits. List { $min } to { $max }."},
    {"edits.again", "This place was set to a number before. Leave out one of the two."},
    {"edits.mean", "There is no mean of it. Choose another step."},
    {"edits.counts", "A model that counts has no places to edit. Remove this, or choose another."},
    {"start.depth",
     "There are more than { $most } starts inside one another. Save the weights of an inner one, and name their hash."},
    {"start.hash",
     "{ $found } is not a SHA-256 of 64 hexadecimal digits in lower case. Copy what training prints at its end."},
    {"start.own_data",
     "The data are somebody's own and not in the experiment, so that nobody else can train on them. Name the hash of "
     "the weights instead."},
    {"start.counts", "A model that counts has no weights to start from. Choose another."},
    {"start.wanted", "This model starts from weights that are not there yet. Train or open them first."},
    {"start.steps",
     "The file has the weights of step { $found }, and those of step { $wanted } are named. Choose another."},
    {"start.other", "The file was trained in another way than the experiment named here. Choose another."},
    {"start.other_hash", "The weights in the file have the hash { $found }, and { $wanted } is named. Choose another."},
    {"start.file", "Only the hash of the weights is named, and not where they are. Add --init FILE."},

    // A model and a task that do not go together.
    {"fit.counts", "This model counts the characters of a text, and the task has none. Choose another model or task."},
    {"fit.form", "The task gives { $given }, and this model reads { $known }. Choose another model or task."},
    {"fit.next_symbols",
     "This model only predicts the next symbol of a text. Choose a task of texts or another model."},
    {"fit.one_stream",
     "This model reads one sequence, and the task has pairs of them. Choose another model or another task."},
    {"fit.pairs",
     "This model reads a source to write its answer, and the task has no source. Choose another model, or a task of "
     "pairs."},
    {"fit.answer_sequence",
     "This model writes a sequence, and the task has one answer for each source. Choose another model or task."},
    {"fit.answer_whole",
     "This model gives one answer for a whole set, and the task asks at every position. Choose another model or task."},
    {"fit.encoder_ahead",
     "An encoder would see what it is to predict. Choose a decoder, or a task whose answers may depend on what "
     "follows."},
    {"fit.both_ahead",
     "Both directions would see what is to be predicted. Choose one direction, or a task whose answers may depend on "
     "what follows."},
    {"fit.set_ahead",
     "This model looks at all members, also at those to be predicted. Choose another model, or a task with one answer "
     "for a whole set."},
    {"fit.tied",
     "The answers of this task are not symbols like those of its input, so that no weights can be shared. Switch this "
     "off, or choose another task."},
    {"fit.image", "This model looks at an image, and the task has none. Choose another model, or a task of images."},
    {"fit.image_small", "After { $found } blocks, each halving its sides, nothing is left of the image. Choose fewer."},

    // Cost and size.
    {"cost.memory",
     "To train and save it would take { $found } MiB of memory, more than { $most }. Lower { $option }, the batch size "
     "or the lengths of the task."},
    {"cost.step",
     "A step would take { $found } billion operations, more than { $most }. Lower { $option }, the batch size or the "
     "lengths of the task."},
    {"cost.counts",
     "To count all that occurs in this text with an order of { $found } takes more than { $most } MiB of memory. Lower "
     "the "
     "order, or take a shorter text."},
    {"cost.no_memory", "{ $found } MiB of memory are not free. Close something else, or choose a smaller model."},
    {"cost.out_of_memory", "There is not enough memory for this. Close something else, or choose a smaller model."},
    {"size.counts", "This model counts instead of learning weights, so that it has no size to change. Choose another."},
    {"size.none", "No size in range has about { $found } parameters. Choose another number, or other options."},

    // Texts, tables and numbers.
    {"text.empty", "The text is empty. Write, paste or open one."},
    {"text.zero", "Byte { $byte } is zero: this looks like another kind of file. Save it as a text in UTF-8."},
    {"text.utf8", "Byte { $byte } is not UTF-8: this looks like another kind of file. Save it as a text in UTF-8."},
    {"text.short",
     "The text has { $found } characters, and sequences of { $length } need { $least }. Take a longer text or shorter "
     "sequences."},
    {"text.symbols",
     "All { $found } different characters that there may be occur, and none is left to hide others with. Take a text "
     "with at most { $most }."},
    {"names.letter", "A name has only letters from a to z, and something else is here. Change or remove it."},
    {"names.long", "A name has more than { $most } letters. Shorten or remove it."},
    {"names.none", "There are no names. Write some, one a line."},
    {"table.empty", "The table is empty. Write lines with cells, parted by commas, semicolons or tabs."},
    {"table.quote", "A quote is opened and never closed. Close it, or remove it."},
    {"table.after_quote", "Something follows a closing quote. End the cell there, or double quotes that belong to it."},
    {"table.cells", "There are { $found } cells where two are needed. Write what is given, a comma, and its answer."},
    {"table.cell_empty", "The cell in column { $column } is empty. Fill it, or remove the line."},
    {"table.cell_long",
     "The cell in column { $column } has { $found } characters, more than { $most }. Shorten it, or allow longer "
     "ones."},
    {"table.special",
     "{ $found } is used to begin and end answers, so that no cell may have it. Write another character."},
    {"table.many", "There are more than { $most } pairs. Remove this one and those after it."},
    {"table.symbols", "There are { $found } different characters, more than { $most }. Take a table with fewer."},
    {"table.few",
     "Only { $found } pairs differ in what is given, and { $least } are needed, so that some can be held out. Add "
     "some."},
    {"table.no_numbers", "No column has numbers. Take a table with one."},
    {"table.column", "There is no column \"{ $found }\". Choose from { $known }."},
    {"table.number", "\"{ $found }\" in column { $column } is not a number. Correct it, or remove the line."},
    {"series.same", "The numbers are always the same, so that nothing can be forecast. Take others."},
    {"series.large", "The numbers are too large to compute with. Divide them before."},
    {"series.short",
     "There are { $found } numbers, and { $least } are needed, so that a fifth can be held out. Take more of them, or "
     "shorter sequences."},
    {"digits.damaged", "The file of digits is damaged at byte { $byte }. Load it again."},
    {"examples.few",
     "There are only { $found } different examples to learn from, and { $least } are needed, so that none is both "
     "learned and tested. Choose greater lengths or more symbols."},
    {"examples.few_tests",
     "There are only { $found } different examples to test on, and { $least } are needed, so that none is both learned "
     "and tested. Choose greater lengths or more symbols."},
    {"examples.few_longer",
     "There are only { $found } different examples of the greater lengths to test on, and { $least } are needed. "
     "Choose "
     "greater lengths."},

    // Questions to a model.
    {"prompt.length", "The question has { $found } symbols that the task knows. Write 1 to { $most } of them."},
    {"prompt.unknown", "Nothing in the question is known to the task. Write it with what is: { $known }"},
    {"prompt.task", "Questions to this model cannot be written as text. Choose a task where they can."},
    {"excerpt.short",
     "Only { $found } of its characters occur in the text learned. Write at least { $least } that do."},
    {"excerpt.number", "{ $found } is not the number of a held-out example. Choose one that exists."},
    {"generate.never",
     "This model cannot continue a text of this task. Choose a model that reads from left to right, "
     "and a task of texts."},
    {"tap.unknown", "Nothing is recorded as { $found }. Ask for what is listed."},
    {"tap.near", "Nothing is recorded as { $found }. Perhaps { $near } is meant."},
    {"session.no_text", "This model came from a file alone, without data to learn or test on. Give it a text."},
    {"session.nothing", "Nothing was begun that could go on. Begin something."},
    {"floors.task", "Only the characters of a text can be counted. Choose a task of texts."},
    {"train.not_finite",
     "The loss is no longer a number after step { $step }. Choose a lower learning rate, or clip the gradients."},

    // JSON, files, the command.
    {"json.twice", "The key { $found } is given twice. Remove one of them."},
    {"json.number", "A number is too large for a computer to hold. Write a smaller one."},
    {"json.end", "The JSON ends too early. Add what is missing at its end."},
    {"json.syntax", "There is a mistake in the JSON before { $found }. Look for a comma, quote or bracket."},
    {"json.depth", "Lists and objects lie in each other more than { $most } deep. Write fewer levels."},
    {"json.values", "There are more than { $most } values in this JSON. Write fewer."},
    {"json.size", "There are { $found } bytes of JSON, more than { $most }. Make it shorter."},
    {"checkpoint.short", "The file ends before its header does. Save it again, and whole."},
    {"checkpoint.header", "The header of the file is not one of safetensors. Choose a file saved by Unrolled."},
    {"checkpoint.array", "The array { $name } is described in a way that cannot be right. Save the file again."},
    {"checkpoint.size", "The arrays take { $wanted } bytes, and the file has { $found }. Save it again, and whole."},
    {"checkpoint.missing", "The array { $name } is missing. Choose a file of the same model."},
    {"checkpoint.shape",
     "The array { $name } has { $found } numbers where { $wanted } in this model's shape are needed. Choose a file of "
     "the same model."},
    {"checkpoint.foreign", "The file was not saved by Unrolled: it has no { $name }. Choose one that was."},
    {"checkpoint.format", "The file is of the format { $found }, which is not known here. Use a newer version."},
    {"checkpoint.experiment",
     "The experiment in the file has a mistake. Save the file again. The mistake: { $reason }"},
    {"checkpoint.damaged", "The entry { $name } of the file cannot be right. Save the file again."},
    {"checkpoint.changed",
     "The file is not as it was saved: some of it was changed since. Save it again, or take a copy."},
    {"checkpoint.numbers",
     "The array { $name } has numbers that no training gives: infinite, negative where squares are, or none at all. "
     "Choose "
     "another file."},
    {"checkpoint.other_kind", "The file holds a model { $found }, and this one is { $wanted }. Choose another file."},
    {"checkpoint.other_option",
     "In the file { $option } is { $found }, and here it is { $wanted }. Choose the same, or another file."},
    {"checkpoint.changes",
     "What was changed on the way does not fit this experiment. Choose the same, or another file. The mistake: "
     "{ $reason }"},
    {"checkpoint.other_text",
     "The model in the file learned from a text with other characters. Choose the same text, or another file."},
    {"checkpoint.other_length",
     "The model in the file learned sequences of { $found }, and here they have { $wanted }. Choose the same, or "
     "another "
     "file."},
    {"checkpoint.other_task", "The model in the file learned another kind of task. Choose the same, or another file."},
    {"zip.damaged", "The file is cut off or damaged: its list of contents cannot be right. Save it again, and whole."},
    {"zip.changed", "{ $name } in the file is not as it was saved. Save it again, or take a copy."},
    {"zip.deflated",
     "{ $name } is deflated, and only what is stored can be read here. Pack it again without compression (zip -0), or "
     "open the file in the page and save it there."},
    {"zip.encrypted", "{ $name } is encrypted, which cannot be read here. Pack it again without a password."},
    {"zip.twice", "{ $name } is in the file twice. Save it again."},
    {"zip.large", "The file has more than { $most } MiB. Save fewer or smaller models in one."},
    {"race.missing", "{ $name } is not in the file. Choose a race file of Unrolled's, and a whole one."},
    {"race.lists", "What the file says of its models does not fit together. Save it again."},
    {"race.own",
     "This was learned from data of somebody's own, which are not in the file. Give them with --text FILE or --csv "
     "FILE."},
    {"race.other_data",
     "The data are not those that this was learned from. Give the same with --text FILE or --csv FILE, or train anew."},
    {"race.begun", "A race file or a model file has its own weights to go on from. Leave this out."},
    {"adopt.counts", "A model that counts has no weights to take over. Choose another."},
    {"file.read", "The file cannot be read. Check its name and who may read it."},
    {"file.write", "The file cannot be written. Check the folder, its free space and who may write there."},
    {"output.write", "The output cannot be written. Look whether it is closed, or its disk full."},
    {"file.own", "The corpus is your own, but there is none. Write it here, or give --text FILE or --csv FILE."},
    {"flag.model", "There are several models, and a file has the weights of one. Add the number of the model."},
    {"flag.load", "It is not said what to test. Add the file of its weights."},
    {"flag.value", "The flag has no value after it. Add one."},
    {"flag.twice", "The flag is given twice. Give it once."},
    {"flag.needs", "This has an effect with { $wanted } only. Add that, or leave this out."},
    {"flag.words", "There are { $found } words that are no flags, and { $wanted } needed. Look at --help."},
    {"command.unknown",
     "{ $found } is not a command. Choose describe, train, eval, generate, show or bench; see --help."},
    {"command.later", "ONNX and PyTorch files come in a later version. Choose another command."},

    // What only a mistake in the program can cause.
    {"internal.mistake", "Something went wrong in the program: { $reason }. Please report it."},
    {"op.wanted",
     "{ $found } was given where { $wanted } is needed. That is a mistake in the program: please report it."},
};

}  // namespace

std::span<const Refusal> refusals() { return kRefusals; }

std::string_view refusal_text(std::string_view key) {
  const auto at = std::ranges::find(kRefusals, key, &Refusal::key);
  return at == std::end(kRefusals) ? key : at->text;
}

}  // namespace unrolled
