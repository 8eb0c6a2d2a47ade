// The facade for JavaScript: one table at the end. Every call answers {value} or {error: {code, key, values, message, where}},
// because a C++ exception means nothing to a page. Bulk data is handed over as a view that engine.js copies at once:
// growing memory would detach it.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <memory>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "session/session.hpp"

namespace unrolled {
namespace {

using emscripten::val;

val failure(const char* code, const Error& refusal) {
  val values = val::object();
  for (const Detail& detail : refusal.details())
    std::visit([&](const auto& value) { values.set(detail.name, value); }, detail.value);
  val error = val::object();
  error.set("code", std::string(code));
  error.set("key", std::string(refusal.key()));
  error.set("values", values);
  error.set("message", std::string(refusal.what()));
  error.set("where", refusal.where());
  val answer = val::object();
  answer.set("error", error);
  return answer;
}

template <class F>
val answer(F call) {
  try {
    val result = val::object();
    result.set("value", call());
    return result;
  } catch (const Error& error) {
    return failure(to_string(error.code()), error);
  } catch (const std::bad_alloc&) {
    return failure("out_of_memory", Error(ErrorCode::out_of_memory, "cost.out_of_memory", ""));
  } catch (const std::exception& error) {
    return failure("internal", Error(ErrorCode::invalid_config, "internal.mistake", "", {{"reason", error.what()}}));
  }
}

template <class F>
val done(F call) {
  return answer([&] {
    call();
    return val::undefined();
  });
}

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

val view(std::span<const std::byte> bytes) {
  return val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
}

val tap_of(const Tap<float>& tap) {
  val shape = val::array();
  for (std::size_t size : tap.shape.sizes()) shape.call<void>("push", static_cast<double>(size));
  val result = val::object();
  result.set("shape", shape);
  result.set("data", val(emscripten::typed_memory_view(tap.data.size(), tap.data.data())));
  return result;
}

std::string tier() {
#ifdef UNROLLED_RELAXED
  return "fast";
#else
  return "strict";
#endif
}

/// One session in JavaScript's terms.
class BoundSession {
 public:
  explicit BoundSession(std::unique_ptr<Session> session) : session_(std::move(session)) {
    session_->hand_clock(emscripten_get_now);
  }

  val info() {
    return answer([&] { return val(session_->info()); });
  }
  val step(unsigned count, bool signals) {
    return answer([&] { return val(session_->step(count, signals)); });
  }
  val evaluate() {
    return answer([&] { return val(session_->evaluate()); });
  }
  val begin_evaluation() {
    return done([&] { session_->begin_evaluation(); });
  }
  val begin_examples(const std::string& options) {
    return done([&] { session_->begin_examples(options); });
  }
  val begin_generation(const std::string& options) {
    return done([&] { session_->begin_generation(options); });
  }
  val begin_measure(const std::string& kind, const std::string& options) {
    return done([&] { session_->begin_measure(kind, options); });
  }
  val measures() {
    return answer([&] { return val(session_->measures()); });
  }
  val measured(const std::string& name) {
    return answer([&] {
      const Finding& finding = session_->measured(name);
      return val(emscripten::typed_memory_view(finding.data.size(), finding.data.data()));
    });
  }
  val next() {
    return answer([&] { return val(session_->next()); });
  }
  val generate(const std::string& options) {
    return answer([&] { return val(session_->generate(options)); });
  }
  val taps() {
    return answer([&] { return val(session_->taps()); });
  }
  val inspect(const std::string& text) {
    return answer([&] { return val(session_->inspect(text)); });
  }
  val examples(const std::string& options) {
    return answer([&] { return val(session_->examples(options)); });
  }
  val ask(const std::string& options) {
    return answer([&] { return val(session_->answer(options)); });
  }
  val adopt(const std::string& bytes) {
    return answer([&] { return val(session_->adopt(bytes_of(bytes))); });
  }
  val tap(const std::string& name) {
    return answer([&] { return tap_of(session_->tap(name)); });
  }
  val training_tap(const std::string& name) {
    return answer([&] { return tap_of(session_->training_tap(name)); });
  }
  val change(const std::string& train) {
    return answer([&] { return val(session_->change(train)); });
  }
  val set_lr(double lr) {
    return done([&] { session_->set_lr(lr); });
  }
  val reset() {
    return done([&] { session_->reset(); });
  }
  val save() {
    return answer([&] {
      saved_ = std::vector<std::byte>();  // gives back the last one first
      saved_ = session_->save();
      return view(saved_);
    });
  }
  val load(const std::string& bytes) {
    return answer([&] { return val(session_->load(bytes_of(bytes))); });
  }
  val weights() {
    return answer([&] {
      const std::span<const float> weights = session_->weights();
      return val(emscripten::typed_memory_view(weights.size(), weights.data()));
    });
  }
  val take_weights(const val& weights) {
    return done([&] {
      const std::vector<float> values = emscripten::convertJSArrayToNumberVector<float>(weights);
      session_->take_weights(values);
    });
  }
  val weights_sha256() {
    return answer([&] { return val(session_->weights_sha256()); });
  }

 private:
  std::unique_ptr<Session> session_;
  std::vector<std::byte> saved_;  // lives until the next save: engine.js copies from it
};

val open(const std::string& experiment, unsigned model, const std::string& text) {
  return answer([&] {
    auto session = std::make_unique<BoundSession>(std::make_unique<Session>(experiment, model, text));
    return val(session.release(), emscripten::allow_raw_pointers());
  });
}

}  // namespace
}  // namespace unrolled

EMSCRIPTEN_BINDINGS(unrolled) {
  using namespace unrolled;
  using emscripten::function;
  function("tier", &tier);
  function(
      "describe", +[] { return answer([] { return val(describe()); }); });
  function(
      "estimate", +[](const std::string& experiment, unsigned model, unsigned vocab_size) {
        return answer([&] { return val(estimate(experiment, model, vocab_size)); });
      });
  function(
      "match", +[](const std::string& experiment, unsigned model, unsigned parameters, unsigned vocab_size) {
        return answer([&] { return val(match(experiment, model, parameters, vocab_size)); });
      });
  function(
      "textInfo", +[](const std::string& text) { return answer([&] { return val(text_info(text)); }); });
  function(
      "floors", +[](const std::string& experiment, const std::string& text) {
        return answer([&] { return val(floors(text, experiment)); });
      });
  function("open", &open);
  emscripten::class_<BoundSession>("Session")
      .function("info", &BoundSession::info)
      .function("step", &BoundSession::step)
      .function("evaluate", &BoundSession::evaluate)
      .function("beginEvaluation", &BoundSession::begin_evaluation)
      .function("beginExamples", &BoundSession::begin_examples)
      .function("beginGeneration", &BoundSession::begin_generation)
      .function("beginMeasure", &BoundSession::begin_measure)
      .function("measures", &BoundSession::measures)
      .function("measured", &BoundSession::measured)
      .function("next", &BoundSession::next)
      .function("generate", &BoundSession::generate)
      .function("taps", &BoundSession::taps)
      .function("inspect", &BoundSession::inspect)
      .function("examples", &BoundSession::examples)
      .function("answer", &BoundSession::ask)
      .function("adopt", &BoundSession::adopt)
      .function("tap", &BoundSession::tap)
      .function("trainingTap", &BoundSession::training_tap)
      .function("change", &BoundSession::change)
      .function("setLr", &BoundSession::set_lr)
      .function("reset", &BoundSession::reset)
      .function("save", &BoundSession::save)
      .function("load", &BoundSession::load)
      .function("weights", &BoundSession::weights)
      .function("takeWeights", &BoundSession::take_weights)
      .function("weightsSha256", &BoundSession::weights_sha256);
}
