//! Puts functions that are alike side by side: what was just seen is predicted best.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils::parse_core_module};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// Bytes of a piece that two functions may have in common.
const PIECE: usize = 4;

/// How many of the functions before a function are compared with it.
const NEIGHBOURS: usize = 5;

/// The module with its functions in another order, and otherwise as it was.
pub fn cluster(module: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = order(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in (imported..).zip(&order) {
        if let Some(slot) = places.get_mut(*function) {
            *slot = place;
        }
    }
    let mut clustered = Module::new();
    let mut writer = Writer { imported, order, places };
    parse_core_module(&mut writer, &mut clustered, Parser::new(0), module)
        .map_err(|error| anyhow!("cannot reorder the functions: {error}"))?;
    Ok(clustered.finish())
}

/// Begins with the longest function; the one that has most in common with the last few comes next, in proportion to its length.
/// What many functions have in common counts less: it will be near wherever they are.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut owners = BTreeMap::<&[u8], BTreeSet<usize>>::new();
    for (index, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            owners.entry(piece).or_default().insert(index);
        }
    }
    owners.retain(|_, owners| owners.len() > 1);
    let mut functions: Vec<_> =
        bodies.iter().map(|body| Function { length: body.len() as u64, ..Function::default() }).collect();
    let mut weights = Vec::with_capacity(owners.len());
    for (piece, owners) in owners.values().enumerate() {
        weights.push(((1_u64 << 32) / owners.len() as u64).isqrt());
        for owner in owners {
            functions.get_mut(*owner).into_iter().for_each(|function| function.pieces.push(piece));
        }
    }

    let mut left: BTreeSet<usize> = (0..functions.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(functions.len());
    let mut next = left.iter().copied().rev().max_by_key(|index| functions.get(*index).map(|function| function.length));
    while let Some(index) = next {
        left.remove(&index);
        order.push(index);
        let mut near = vec![0; weights.len()];
        for piece in
            order.iter().rev().take(NEIGHBOURS).filter_map(|index| functions.get(*index)).flat_map(|f| &f.pieces)
        {
            if let (Some(near), Some(weight)) = (near.get_mut(*piece), weights.get(*piece)) {
                *near = *weight;
            }
        }
        // Of those that are equally alike, the first.
        next = left
            .iter()
            .copied()
            .rev()
            .max_by_key(|index| functions.get(*index).map(|function| function.likeness(&near)));
    }
    order
}

/// A function as it is compared.
#[derive(Default)]
struct Function {
    length: u64,
    /// The numbers of the pieces that it shares with others.
    pieces: Vec<usize>,
}

impl Function {
    fn likeness(&self, near: &[u64]) -> u64 {
        self.pieces.iter().filter_map(|piece| near.get(*piece)).sum::<u64>() * 64 / (self.length + 8)
    }
}

/// Copies a module, its functions in the order given.
struct Writer {
    /// How many functions are imported; they come first and stay.
    imported: u32,
    order: Vec<usize>,
    /// The new index of each function that is not imported.
    places: Vec<u32>,
}

impl Reencode for Writer {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let place = function.checked_sub(self.imported).and_then(|own| self.places.get(usize::try_from(own).ok()?));
        Ok(place.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.order.iter().filter_map(|index| types.get(*index)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for index in self.order.clone() {
            if let Some(body) = bodies.get(index) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::{FunctionBuilder, Module as Walrus, ModuleConfig, ValType};

    /// A module whose functions return numbers, exported by the numbers' names, and one that calls the first of them.
    fn module(numbers: &[i32]) -> Vec<u8> {
        let mut module = Walrus::with_config(ModuleConfig::new());
        let mut first = None;
        for number in numbers {
            let mut function = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            function.func_body().i32_const(*number).i32_const(1 << 20).drop();
            let id = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add(&number.to_string(), id);
            first.get_or_insert(id);
        }
        let mut caller = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        caller.func_body().call(first.unwrap());
        let caller = caller.finish(Vec::new(), &mut module.funcs);
        module.exports.add("call", caller);
        module.emit_wasm()
    }

    /// What each exported function returns, or whom it calls.
    fn functions(module: &[u8]) -> BTreeMap<String, String> {
        let module = Walrus::from_buffer(module).unwrap();
        let name = |id| {
            module.exports.iter().find(|export| matches!(export.item, walrus::ExportItem::Function(of) if of == id))
        };
        module
            .exports
            .iter()
            .map(|export| {
                let walrus::ExportItem::Function(id) = export.item else { panic!() };
                let local = module.funcs.get(id).kind.unwrap_local();
                let text = match &local.block(local.entry_block()).instrs[0].0 {
                    walrus::ir::Instr::Const(constant) => format!("{:?}", constant.value),
                    walrus::ir::Instr::Call(call) => name(call.func).unwrap().name.clone(),
                    other => panic!("{other:?}"),
                };
                (export.name.clone(), text)
            })
            .collect()
    }

    #[test]
    fn exports_and_calls_lead_to_the_functions_they_led_to() {
        let before = module(&[300_000, 7, 300_001, 8, 300_002]);
        let after = cluster(&before).unwrap();
        assert_ne!(before, after);
        assert_eq!(functions(&before), functions(&after));
        assert_eq!(functions(&after)["call"], "300000");
    }

    #[test]
    fn what_is_alike_comes_together() {
        let bodies: [&[u8]; 4] = [b"-------abcdefgh", b"1234567", b"abcdefgh", b"23456789"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }
}
