#include "cli/keeping.hpp"

#include "cli/opened.hpp"
#include "cli/saved_file.hpp"

namespace unrolled::cli {

void Keeping::save(Session& session, const Curves& curves) {
  KeptModel& model = race_.models[k_];
  race_.experiment.models[k_] = session.experiment().models[k_];
  race_.changed = milliseconds_now();
  model.steps = session.end();
  ReceiptModel& said = model.said;
  said.step = session.steps_done();
  said.scores = curves.scores();
  said.weights_sha256 = session.weights_sha256();
  said.reproducible = said.reproducible && session.reproducible();
  model.file = session.save({{"receipt", to_text(to_json(receipt_of(race_, k_)))}, {"curves", curves.to_text()}});
  if (!model.best.empty() && curves.at_lowest()) model.best = model.file;
  if (places_.model) write_file(*places_.model, model.file);
  if (places_.race) write_file(*places_.race, write_race(race_, places_.with_data));
}

}  // namespace unrolled::cli
